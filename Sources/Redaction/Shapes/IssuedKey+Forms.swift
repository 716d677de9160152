extension IssuedKey {
    /// The keys of issuers that document a prefix, for GitHub's secret scanning or of their own.
    ///
    /// Not here, since they are no secrets and say what is wrong: Stripe's object ids (`pi_`, `cus_`)
    /// and publishable keys (`pk_live_`, made for browsers, Clerk's alike), Twilio's account number
    /// (`AC…`), the ids of AWS roles and users (`AROA`, `AIDA`).
    static let forms: [Form] = cloud + code + money + messages + models + others

    /// AWS, Google Cloud, Alibaba, DigitalOcean, HashiCorp, Databricks.
    private static let cloud =
        ["AKIA", "ASIA", "ABIA", "ACCA"].map { Form(prefix: $0, least: 16) } + [
            Form(prefix: "AIza", least: 30, signs: "_-"),
            Form(prefix: "GOCSPX-", least: 20, signs: "_-"),
            Form(prefix: "ya29.", least: 20, signs: "_-."),
            Form(prefix: "LTAI", least: 16, needsDigit: true),
            Form(prefix: "dop_v1_", least: 32), Form(prefix: "doo_v1_", least: 32),
            Form(prefix: "hvs.", least: 20, signs: "_-"),
            Form(prefix: "hvb.", least: 20, signs: "_-"),
            Form(prefix: "dapi", least: 32, needsDigit: true),
        ]

    /// GitHub, GitLab, package registries, container registries, Atlassian.
    private static let code =
        ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map { Form(prefix: $0, least: 16) }
        + [
            "glpat-", "gldt-", "glrt-", "glcbt-", "glptt-", "glft-", "glsoat-", "glimt-",
            "glagent-",
            "gloas-",
        ].map { Form(prefix: $0, least: 14, signs: "_-.") } + [
            Form(prefix: "github_pat_", least: 16, signs: "_"),
            Form(prefix: "npm_", least: 30), Form(prefix: "pypi-AgE", least: 20, signs: "_-"),
            Form(prefix: "dckr_pat_", least: 16, signs: "_-"),
            Form(prefix: "ATATT3", least: 20, signs: "_-"),
            Form(prefix: "rubygems_", least: 40),
            Form(prefix: "AKCp", least: 60),
        ]

    /// Stripe, Clerk, which has the same prefixes, Shopify, Square.
    private static let money =
        ["sk_live_", "sk_test_", "rk_live_", "rk_test_"].map { Form(prefix: $0, least: 12) }
        + ["shpat_", "shpss_", "shpca_", "shppa_"].map { Form(prefix: $0, least: 30) } + [
            Form(prefix: "whsec_", least: 14, signs: "+/="),
            Form(prefix: "sq0csp-", least: 30, signs: "_-"),
            Form(prefix: "sq0atp-", least: 20, signs: "_-"),
        ]

    /// Slack, Meta, Twilio, SendGrid, Mailgun, Mailchimp.
    private static let messages =
        ["xoxb-", "xoxp-", "xoxa-", "xoxs-", "xoxr-", "xoxe-", "xoxe.", "xoxo-"]
        .map { Form(prefix: $0, least: 15, signs: "-.") } + [
            Form(prefix: "xapp-", least: 15, signs: "-"),
            Form(prefix: "EAA", least: 50, needsDigit: true),
            Form(prefix: "IGQV", least: 50), Form(prefix: "IGAA", least: 50),
            Form(prefix: "SK", least: 32, needsDigit: true),
            Form(prefix: "SG.", least: 40, signs: "_-."),
            Form(prefix: "key-", least: 32, needsDigit: true),
        ]

    /// OpenAI, Anthropic and those who copied their prefix, Hugging Face and other model hosts.
    private static let models = [
        Form(prefix: "sk-proj-", least: 20, signs: "_-", needsDigit: true),
        Form(prefix: "sk-svcacct-", least: 20, signs: "_-", needsDigit: true),
        Form(prefix: "sk-admin-", least: 20, signs: "_-", needsDigit: true),
        Form(prefix: "sk-ant-", least: 16, signs: "_-", needsDigit: true),
        Form(prefix: "sk-or-v1-", least: 32),
        Form(prefix: "sk-", least: 20, needsDigit: true),
        Form(prefix: "hf_", least: 30), Form(prefix: "gsk_", least: 40),
        Form(prefix: "r8_", least: 36), Form(prefix: "pplx-", least: 40),
        Form(prefix: "xai-", least: 60),
    ]

    /// Grafana, Supabase, Tailscale, New Relic, Linear, Figma, Postman, age.
    private static let others = [
        Form(prefix: "glsa_", least: 32, signs: "_"), Form(prefix: "glc_", least: 32, signs: "+/="),
        Form(prefix: "sbp_", least: 40), Form(prefix: "tskey-", least: 16, signs: "-"),
        Form(prefix: "NRAK-", least: 27), Form(prefix: "lin_api_", least: 30),
        Form(prefix: "figd_", least: 30, signs: "_-"), Form(prefix: "PMAK-", least: 40, signs: "-"),
        Form(prefix: "AGE-SECRET-KEY-1", least: 50),
    ]
}
