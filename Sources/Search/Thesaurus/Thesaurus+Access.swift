extension Thesaurus {
    /// Signing in, rights, secrets and certificates.
    static let access: StaticString = """
        signed in, logged in, authenticated
        unauthorized, unauthorised, unauthenticated, 401, not authenticated, not authorized, not logged in
        forbidden, 403, access denied, permission denied, not authorized, not authorised, no access, not permitted
        log in, login, sign in, signin, log on, logon, locked out, get in, sign on, let in, sign into, log into
        log out, logout, sign out, signout
        not log in, not sign in, login fails, not let in, locked out, not let me in, lockout
        password, passphrase, passcode, pwd, credentials
        password, not accepted, wrong password
        token, pass, ticket, credential, jwt, bearer, access key
        auth, authentication, authenticate, authorization, authorisation, authorize
        permission, rights, privilege, scope, capability, role, grant, access, entitlement, clearance
        lacks, insufficient, not enough, missing, without, too few
        admin, administrator, back office, backoffice, organizer, organiser, operator, superuser, root user
        console, panel, dashboard, backend page, admin area, control panel, back office
        expired, out of date, outdated, stale, old, obsolete, lapsed, past its date, ran out, not renewed
        secret, key, api key, credential
        shared secret, common secret, same key
        certificate, cert, tls, ssl, https
        untrusted, not trusted, self signed, unknown authority, certificate chain, insecure
        signature, hmac, signed, sign
        verify, validate, verification, validation, check
        verification fails, not verified, not validate, not pass verification, verification mismatch
        register, registration, enrol, enroll, sign up
        cookie, session cookie
        internal, service to service, between services, private, machine to machine, inter service
        identity provider, idp, sso, single sign on, oauth, oidc
        invitation, invite, invite link, magic link
        renew, refresh, rotate, reissue
        """
}
