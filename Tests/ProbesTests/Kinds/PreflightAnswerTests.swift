import Catalog
import Demo
import Machine
import Testing

/// How the answers of a real server to preflights are judged.
@Suite struct PreflightAnswerTests {
    @Test(
        "what the Fetch standard allows is allowed",
        arguments: [
            "/right", "/created", "/right method=POST", "/right method=HEAD", "/right method=put",
            "/right method=PUT header=content-type header=X-TOKEN", "/right status=204",
            "/any method=DELETE header=X-Anything", "/cookies credentials=true",
            "/cookies credentials=true method=PUT header=X-Token", "/plain", "/plain method=POST",
            "/plain header=Accept header=Accept-Language header=Content-Language",
            "/null origin=null",
            "/lists method=PATCH header=X-Token header=Authorization", "/empty", "/stars",
            "/stars method=PUT header=X-Token", "/lists method=GET", "/right credentials=false",
            "/other allowed=false", "/none allowed=false",
            "/right allow-origin=https://app.example",
            "/right allow-methods=PUT allow-methods!=PATCH allow-headers=x-token",
            "/right allow-headers=CONTENT-TYPE allow-credentials!=true max-age=10m max-age<=1h",
            "/cookies credentials=true allow-credentials=true",
        ])
    func allowed(words: String) async throws {
        try await PreflightServer.run { server, check in
            let origin = words.contains("origin=null") ? "" : " origin=\(PreflightServer.origin)"
            let result = try await check.result("cors \(server.url)\(words)\(origin)")
            #expect(result.outcome == .pass, "\(words): \(result.observed)")
        }
    }

    @Test(
        "what a browser would refuse fails, each missing thing by its name",
        arguments: [
            ("/none", "no Access-Control-Allow-Origin"),
            ("/other", "Access-Control-Allow-Origin is https://b.example, not https://app.example"),
            (
                "/slash",
                "Access-Control-Allow-Origin is https://app.example/, not https://app.example"
            ),
            (
                "/case",
                "Access-Control-Allow-Origin is https://App.example, not https://app.example"
            ),
            ("/null", "Access-Control-Allow-Origin is null, not https://app.example"),
            (
                "/twice",
                "Access-Control-Allow-Origin has several values, https://app.example, *, "
                    + "where one may stand"
            ),
            (
                "/right method=DELETE",
                "Access-Control-Allow-Methods does not name DELETE, only GET, PUT"
            ),
            (
                "/lists method=PUT",
                "Access-Control-Allow-Methods does not name PUT, only GET, put, PATCH"
            ),
            (
                "/lists method=patch",
                "Access-Control-Allow-Methods does not name patch, only GET, put, PATCH"
            ),
            ("/plain method=PUT", "no Access-Control-Allow-Methods, which must name PUT"),
            ("/empty method=PUT", "Access-Control-Allow-Methods does not name PUT"),
            (
                "/right header=Authorization header=X-B header=X-Token",
                "Access-Control-Allow-Headers does not name authorization, x-b, "
                    + "only Content-Type, X-Token"
            ),
            (
                "/plain header=X-B header=Range",
                "no Access-Control-Allow-Headers, which must name range, x-b"
            ),
            (
                "/any header=Authorization header=X-B",
                "Access-Control-Allow-Headers does not name authorization: * does not stand for it"
            ),
            (
                "/any credentials=true",
                "Access-Control-Allow-Origin is *, which does not count with credentials; "
                    + "no Access-Control-Allow-Credentials"
            ),
            (
                "/any-with-credentials credentials=true",
                "Access-Control-Allow-Origin is *, which does not count with credentials"
            ),
            (
                "/stars credentials=true method=PUT header=X-B",
                "Access-Control-Allow-Methods does not name PUT: * does not count with credentials; "
                    + "Access-Control-Allow-Headers does not name x-b: "
                    + "* does not count with credentials"
            ),
            ("/right credentials=true", "no Access-Control-Allow-Credentials"),
            (
                "/cookies-True credentials=true",
                "Access-Control-Allow-Credentials is True, not true"
            ),
            ("/spaces", "Access-Control-Allow-Methods is malformed: GET PUT"),
            ("/semicolons", "Access-Control-Allow-Headers is malformed: X-Token; Authorization"),
            ("/405", "answered 405 instead of 2xx; no Access-Control-Allow-Origin"),
            ("/nowhere", "answered 404 instead of 2xx; no Access-Control-Allow-Origin"),
            ("/500 method=DELETE", "answered 500 instead of 2xx"),
            ("/401", "answered 401 instead of 2xx; no Access-Control-Allow-Origin"),
            ("/moved", "answered 308 to /right, and a preflight may not be redirected"),
            (
                "/elsewhere",
                "answered 301 to https://x.example/…, and a preflight may not be "
                    + "redirected; no Access-Control-Allow-Origin"
            ),
            ("/304", "answered 304, and a preflight may not be redirected"),
        ] as [(String, String)])
    func refused(words: String, problem: String) async throws {
        try await PreflightServer.run { server, check in
            let line = "cors \(server.url)\(words) origin=\(PreflightServer.origin)"
            let result = try await check.result(line)
            #expect(result.outcome == .fail)
            #expect(result.observed == "allowed false: \(problem)")
            #expect(result.isConfiguration)
            #expect(result.component == "127.0.0.1:\(server.port)")
            #expect(server.requests.map(\.method) == ["OPTIONS"], "a redirect is not followed")
            let judged = try await check.result(line + " allowed=false")
            #expect(judged.outcome == .pass)
        }
    }
}
