/// Names of products and of office matters that people report to the wrong desk.
///
/// A query that names one which no loaded runbook knows is most likely not about these systems;
/// where a runbook knows the name, it is a  like any other.
enum ForeignSubjects {
    /// The names, in small letters.
    static let names = WordList(
        """
        abap activemq adapter adwords adyen airflow airprint akamai angular ansible
        antivirus anydesk apache apigee apparmor apprenticeship appstore arduino argo argocd
        artifactory asana auth0 autocad aws azure babel badge bamboo barcode beamer
        beanstalk bgp bicycle bigquery billing bios birthday bitbucket bitcoin bitlocker
        biztalk blender blockchain bluetooth bootloader brochure brochures bugzilla
        cafeteria canteen cargo carpool cassandra catering celery ceph chair charger chef
        circleci cisco citrix clang cleaning clickhouse clojure cloudflare cloudfront cmake
        cobol cockroachdb coffee compliance conda confluence contract couch couchbase
        couchdb courier crashloopbackoff crm crontab cups cvs dart databricks datadog db2
        dbt delphi dhcp digitalocean dishwasher dividend docking docx dongle dovecot drone
        dropbox druid drupal dynamodb ec2 ecs eks elasticsearch elevator elixir erlang
        eslint esxi etcd ethereum eventbridge evernote excel exchange expense expenses
        farewell fastly fax figma firebird firewalld firmware flight flink flutter fluxcd
        flyer forecast forklift fortinet fortran ftp furniture gcc gcp gdpr generator gerrit
        gitlab gluster gmail godot golang gpu gradle graphite groovy grub gsuite gym haskell
        hbase hdfs heating helm heroku hetzner hive holiday homebrew hotel hubspot hvac
        hyperv iam ibmmq iis illustrator imagepullbackoff imap impala indesign influxdb
        informix insurance interns internship invoice invoices ipsec iptables istio jaeger
        janitor jboss jcl jenkins jira joomla julia juniper jupyter k8s kafka keras kerberos
        keycloak kibana kinesis kiosk klarna kong kotlin kubectl kubelet kubernetes kudu kvm
        lambda laravel lawyer ldap lidar lightsail linker linkerd linode logo logrotate
        logstash looker lotus lua lucene lunch macros magento mailbox mailchimp mainframe
        makefile malware mantis mapreduce mariadb marketing maternity matlab matplotlib
        maven memcached meraki mercurial mikrotik minio modbus mongo mongodb moodle
        motherboard mqtt mssql mulesoft mysql nagios nas nats nda neo4j netlify netsuite
        newrelic newsletter nexus nfs nomad notion ntp numpy office365 okta onboarding
        onedrive oozie opensearch openshift openvpn ospf outlook overheating ovh packer
        pagerduty paloalto pandas parcel parcels parking pascal passport paypal payroll
        payslip pension perforce perl phabricator phishing phoenix photoshop php pinot pivot
        playstore plc plotter plumber pod podcast pods postfix powerpoint powershell pptx
        presto printer printers procurement projector proxmox pulsar puppet purchase qemu
        qlik quickbooks rabbitmq raid rails rancher ransomware raspberry rdp rds react
        receptionist recruiting redmine redshift reimbursement relocation restroom revit
        riak roaming robot route53 router rsync rsyslog ruby rust rustc s3 salary sales
        salesforce saltstack samba saml san sap satellite sauna scada scala scanner scanners
        scylla selinux sendgrid sendmail sentry seo servicenow sftp shareholder sharepoint
        shipment shopify shredder sidekiq sim sketchup skype slack smartcard smartphone smtp
        snowflake sns solidity solidworks solr sonarqube spam spark spinnaker splunk
        spreadsheet sqoop sqs squid ssd ssis ssrs stapler stepfunctions superset survey
        svelte svn switchport sybase symfony systemd tableau tax taxi teamcity teams
        teamviewer telnet tensorflow teradata terraform thermometer thermostat thunderbird
        tibco tidb timescale timesheet tomcat toner traefik training travis trello trino
        turnstile twilio typo3 ubiquiti uefi unity unreal ups vacation vagrant varnish vault
        vba vbscript veeam vending vercel virtualbox visa vlan vmware vnc vsphere vue
        warehouse warranty webex webinar weblogic webpack websphere wildfly wireguard
        woocommerce wordpress workday xcode yarn yoga youtrack yubikey yugabyte zabbix
        zendesk zigbee zipkin zookeeper zoom
        """)
}
