import Testing

@testable import Probes

@Suite("Heads of responses")
struct HTTPResponseHeadTests {
    private func head(_ text: String) -> Result<HTTPResponseHead, HTTPResponseHead.Problem> {
        do throws(HTTPResponseHead.Problem) {
            var scanner = HTTPHeadScanner()
            let bytes = Array(text.utf8)
            // Piece by piece, as bytes come.
            for count in bytes.indices {
                if let end = try scanner.end(in: Array(bytes[...count])) {
                    return .success(try HTTPResponseHead(bytes.prefix(end)))
                }
            }
            return .failure(.tooLong)
        } catch {
            return .failure(error)
        }
    }

    @Test("status and fields are read, fields of one name as one list")
    func valid() throws {
        let head = try head(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\nX: \t a b\t \r\nx:c\r\n"
                + "Empty:\r\nOdd: \u{FC}\r\n\r\nbody"
        ).get()
        #expect(head.status == 101)
        #expect(head.value(of: "x") == "a b, c")
        #expect(head.value(of: "EMPTY")?.isEmpty == true)
        #expect(head.value(of: "none") == nil)
        #expect(head.list(of: "upgrade", has: "websocket"))
        #expect(!head.list(of: "x", has: "b"))
    }

    @Test("the words behind the status may be missing", arguments: ["", " "])
    func noReason(end: String) throws {
        #expect(try head("HTTP/1.0 200\(end)\r\n\r\n").get().status == 200)
    }

    @Test(
        "what is not exactly HTTP is refused",
        arguments: [
            ("SSH-2.0-OpenSSH_9.2\r\n\r\n", .notHTTP), ("http/1.1 200 OK\r\n\r\n", .notHTTP),
            ("HTTP/2 200\r\n\r\n", .notHTTP), ("HTTP/1.1 20 OK\r\n\r\n", .notHTTP),
            ("HTTP/1.1 099 No\r\n\r\n", .notHTTP), ("HTTP/1.1 2000\r\n\r\n", .notHTTP),
            ("HTTP/1.1  200 OK\r\n\r\n", .notHTTP), ("HTTP/1.1 +10 OK\r\n\r\n", .notHTTP),
            ("HTTP/1.1 200 \u{1B}[2J\r\n\r\n", .notHTTP), ("\r\n\r\n", .notHTTP),
            ("HTTP/1.1 200 OK\n\n", .badLineEnd), ("HTTP/1.1 200 OK\r\nA: b\n\r\n", .badLineEnd),
            ("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", .badField),
            ("HTTP/1.1 200 OK\r\nA : b\r\n\r\n", .badField),
            ("HTTP/1.1 200 OK\r\n: b\r\n\r\n", .badField),
            ("HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n\r\n", .badField),
            ("HTTP/1.1 200 OK\r\nA: b\rC: d\r\n\r\n", .badField),
            ("HTTP/1.1 200 OK\r\nA: \0\r\n\r\n", .badField),
            ("HTTP/1.1 200 OK\r\nA: " + String(repeating: "b", count: 1 << 14), .tooLong),
        ] as [(String, HTTPResponseHead.Problem)])
    func invalid(text: String, problem: HTTPResponseHead.Problem) {
        #expect(head(text) == .failure(problem))
    }

    @Test("whoever speaks something else is known by the first byte")
    func early() throws {
        var scanner = HTTPHeadScanner()
        #expect(throws: HTTPResponseHead.Problem.notHTTP) { try scanner.end(in: [0x15]) }
        let end = try scanner.end(in: Array("HTT".utf8))
        #expect(end == nil)
    }
}
