import Machine
import Testing

extension EngineTests {
    /// Looks into real containers; both families of programs must tell the same.
    @Suite struct FileProbeTests {
        private static let services = ["busybox", "gnu"]

        private func expect(
            _ probe: VerdictDocument.Probe, _ outcome: String, _ observed: String? = nil
        ) {
            let comment = Comment(rawValue: "\(probe.line): \(probe.outcome) \(probe.observed)")
            #expect(probe.outcome == outcome, comment)
            if let observed { #expect(probe.observed == observed, comment) }
        }

        @Test("kind, size, mode and owner are told, and what is not there fails")
        func attributes() async throws {
            try await FileStack.run { stack in
                try await stack.shell(
                    "cd /data; echo text >f; chmod 640 f; chown 12345 f; mkfifo p; ln -s f link; "
                        + "ln -s /nowhere dangling; echo x >'a b'; echo dash >-n")
                for service in Self.services {
                    let place = "in=\(service)"
                    expect(
                        try await stack.probe(
                            "file", "/data/f", place, "kind=file", "size=5B", "mode=0640",
                            "owner=12345", "age<5m", "readable=true"), "pass")
                    expect(try await stack.probe("file", "/data", place, "kind=directory"), "pass")
                    expect(try await stack.probe("file", "/data/p", place, "kind=other"), "pass")
                    expect(
                        try await stack.probe("file", "/data/link", place, "contains=text"), "pass")
                    expect(try await stack.probe("file", "/data/a b", place, "size=2B"), "pass")
                    expect(
                        try await stack.probe(
                            "file", "data/-n", place, "match=dash", "pattern=d.*"), "pass")
                    for path in ["/data/gone", "/data/dangling", "/data/f/below"] {
                        expect(
                            try await stack.probe("file", path, place), "fail",
                            "exists false: \(path) does not exist in \(service)")
                    }
                }
            }
        }

        @Test("a volume mounted read-only is not writable, which busybox alone would not see")
        func readOnly() async throws {
            try await FileStack.run { stack in
                for service in Self.services {
                    let place = "in=\(service)"
                    expect(
                        try await stack.probe("file", "/data", place, "writable=true"), "pass")
                    let probe = try await stack.probe("file", "/fixed", place, "writable=true")
                    expect(probe, "fail")
                    #expect(probe.component == service)
                }
                expect(
                    try await stack.probe("file", "/fixed", "in=busybox", "writable=true"), "fail",
                    "writable false: it is mounted read-only")
            }
        }

        @Test("a volume of root's can't be written to by the database's user, who is named")
        func permissions() async throws {
            try await FileStack.run { stack in
                try await stack.shell("echo x >/data/booths.db; chmod 644 /data/booths.db")
                let place = "in=database"
                expect(
                    try await stack.probe(
                        "file", "/data/booths.db", place, "readable=true", "writable=true"), "fail",
                    "writable false: the container runs as uid=70(postgres), but it belongs to 0 "
                        + "with mode 0644")
                try await stack.shell("chown -R 70 /data; chmod 600 /data/booths.db")
                expect(
                    try await stack.probe(
                        "file", "/data/booths.db", place, "owner=postgres", "writable=true"), "pass"
                )
                try await stack.shell("chown -R 0 /data; chmod 700 /data")
                expect(
                    try await stack.probe("file", "/data/booths.db", place, "writable=true"),
                    "fail",
                    "writable false: the user of database may not get to /data/booths.db")
                expect(
                    try await stack.probe("file", "/data/booths.db", place, "contains=x"), "unknown"
                )
            }
        }

        @Test("what a container runs is compared with what stands here, and never shown")
        func contents() async throws {
            try await FileStack.run { stack in
                try stack.write("config.yml", "mode: live\nhost: portal\n")
                try stack.write(".env.example", "API_KEY=\nREGION=\n")
                try await stack.shell(
                    "cd /data; printf 'mode: live\\nhost: portol\\n' >config.yml; "
                        + "echo API_KEY=abcdef0123456789 >.env; yes | head -c 6000000 >big")
                for service in Self.services {
                    let place = "in=\(service)"
                    expect(
                        try await stack.probe(
                            "file", "/data/config.yml", place, "same-as=config.yml"), "fail",
                        "same-as differs from config.yml in line 2")
                    expect(
                        try await stack.probe("file", "/data/.env", place, "covers=.env.example"),
                        "fail", "covers all of .env.example but 1 of 2: REGION")
                    expect(
                        try await stack.probe(
                            "file", "/data/.env", place, "match=x", "pattern=KEY=(.*)"), "fail",
                        "match 16 characters in line 1")
                    expect(
                        try await stack.probe("file", "/data/big", place, "contains=no"), "unknown",
                        "not found in the first 4.1 MB of it")
                }
            }
        }

        @Test("a container that has no programs, does not run or does not exist can't be judged")
        func unknown() async throws {
            try await FileStack.run { stack in
                expect(
                    try await stack.probe("file", "/data", "in=bare"), "unknown",
                    "bare has no program `stat` to look with")
                expect(
                    try await stack.probe("disk", "/", "in=bare"), "unknown",
                    "bare has no program `stat` to look with")
                expect(
                    try await stack.probe("file", "/data", "in=busybx"), "unknown",
                    "the compose file has no service busybx; did you mean 'busybox'?")
                try await stack.compose("stop", "gnu")
                expect(
                    try await stack.probe("file", "/data", "in=gnu", "contains!=x"), "unknown",
                    "the service gnu is not running")
            }
        }

        @Test("a full volume fails, by bytes and by inodes")
        func disk() async throws {
            try await FileStack.run { stack in
                for service in Self.services {
                    let place = "in=\(service)"
                    expect(try await stack.probe("disk", "/data", place, "available>1KB"), "pass")
                    expect(try await stack.probe("disk", "/small", place, "inodes>=50%"), "pass")
                    try await stack.shell(
                        "yes | /bin/busybox head -c 65536 >/small/log", in: service)
                    expect(
                        try await stack.probe("disk", "/small", place), "fail",
                        "free 0% (0 bytes of 65.5 KB)")
                    try await stack.shell(
                        "for n in 1 2 3 4 5 6; do : >/small/$n; done", in: service)
                    expect(
                        try await stack.probe("disk", "/small", place, "inodes>=5%"), "fail",
                        "inodes 0% (0 of 8)")
                    expect(
                        try await stack.probe("disk", "/gone", place), "fail",
                        "/gone does not exist in \(service)")
                }
            }
        }
    }
}
