import Foundation
import Testing

extension EngineTests {
    /// A bundle of a real stack with a broken service and secrets everywhere.
    @Suite struct BundleStackTests {
        @Test("a hundred secrets on every path in: none is in the bundle in any encoding")
        func planted() async throws {
            try await ComposeStack.run(.general) { stack in
                let secrets = (0..<100).map { Self.secret($0) }
                try plant(secrets, in: stack)
                try await stack.compose("up", "-d")
                try await stack.wait(for: "leaky", toBe: "exited")
                try await stack.compose("stop", "-t", "1", "back")
                let result = try await stack.diagnose(
                    ["bundle", "general", "--file", "e.tar.gz"],
                    environment: Dictionary(
                        uniqueKeysWithValues: secrets[60..<80].enumerated().map {
                            ("PROCESS_\($0.offset)_TOKEN", $0.element)
                        }))
                #expect(result.exitCode == 0, "\(result.errorOutput)")
                try await Program.succeed("tar", ["-xzf", "e.tar.gz"], in: stack.directory)
                try check(stack, secrets)
            }
        }

        /// A secret with signs that every encoding writes in its own way.
        private static func secret(_ number: Int) -> String {
            let words = ["kestrel", "otter", "lynx", "heron", "marten"]
            let signs = ["-", "/+", "\"q", "&=", " \\"]
            return "\(words[number % 5])\(signs[number / 5 % 5])\(number * 7919 + 104_729)Zq"
        }

        /// Env file: 0–19, a service's environment: 20–59, the process: 60–79, addresses and headers
        /// in a log, known by their shape: 80–99. The log says all of them in many encodings.
        private func plant(_ secrets: [String], in stack: ComposeStack) throws {
            let file = secrets[..<20].enumerated().map {
                "FILE_\($0.offset)_SECRET='\($0.element)'"
            }
            try stack.write((file + ["GREETING=hello"]).joined(separator: "\n") + "\n", to: ".env")
            let variables = secrets[20..<60].enumerated().map {
                "      SERVICE_\($0.offset)_PASSWORD: \(Self.yaml($0.element))"
            }
            try stack.write(
                """
                services:
                  leaky:
                    image: diagnose-test/busybox
                    pull_policy: never
                    command: [cat, /leak/log.txt]
                    volumes: ["./leak:/leak:ro"]
                    environment:
                \(variables.joined(separator: "\n"))

                """, to: "compose.override.yaml")
            try stack.write(Self.log(of: secrets), to: "leak/log.txt")
        }

        /// Few lines, for two hundred are kept, some so long that they cross what is read at once.
        private static func log(of secrets: [String]) -> String {
            var lines: [String] = []
            for (number, secret) in secrets[..<80].enumerated() {
                let padding = String(repeating: "p", count: 65_530 / 40 * (number % 8))
                lines.append(
                    padding + " raw \(secret) url \(percent(secret)) base64 \(base64(secret)) "
                        + "json \(json(secret))")
            }
            for (number, secret) in secrets[80...].enumerated() {
                lines.append(
                    number % 2 == 0
                        ? "GET http://u:\(percent(secret))@host/ 200"
                        : "Authorization: Bearer \(base64(secret))")
            }
            return lines.joined(separator: "\n") + "\nclosed with code 4003\n"
        }

        private static func percent(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
        }

        private static func base64(_ text: String) -> String {
            Data("user:\(text)".utf8).base64EncodedString()
        }

        private static func json(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }

        /// A quoted scalar; compose takes `$$` for a dollar, of which there is none here.
        private static func yaml(_ text: String) -> String {
            "'" + text.replacing("'", with: "''") + "'"
        }

        private func check(_ stack: ComposeStack, _ secrets: [String]) throws {
            let root = stack.directory + "/e"
            let paths = try FileManager.default.subpathsOfDirectory(atPath: root)
            for path in [
                "compose/ps.txt", "compose/config.yaml", "logs/leaky.txt", "git/recent.txt",
                "verdict.json", "verdict.md", "versions.txt", "environment.txt",
                "collected/close-codes.txt",
            ] {
                #expect(paths.contains(path), "\(path)")
            }
            for path in paths {
                guard let data = FileManager.default.contents(atPath: root + "/" + path) else {
                    continue
                }
                let text = String(decoding: data, as: UTF8.self)
                for secret in secrets {
                    for form in [
                        secret, Self.percent(secret), Self.base64(secret), Self.json(secret),
                        // The part that no encoding changes, and that no other text has.
                        String(secret.drop { !$0.isNumber }),
                    ] where text.contains(form) {
                        Issue.record("\(path) holds \(form)")
                    }
                }
            }
            let log = try String(contentsOfFile: root + "/logs/leaky.txt", encoding: .utf8)
            #expect(log.contains("[redacted:") && log.contains("closed with code 4003"))
            let codes = try String(
                contentsOfFile: root + "/collected/close-codes.txt", encoding: .utf8)
            #expect(codes.contains("  4003  1  logs/leaky.txt"))
            let verdict = try String(contentsOfFile: root + "/verdict.json", encoding: .utf8)
            #expect(verdict.contains("\"unhealthy\""))
        }
    }
}
