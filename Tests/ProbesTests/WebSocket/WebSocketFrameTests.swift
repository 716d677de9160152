import Machine
import Testing

@testable import Probes

@Suite("Frames of a WebSocket")
struct WebSocketFrameTests {
    /// A stream in which the bytes come in pieces of a size.
    private func stream(_ bytes: [UInt8], pieces size: Int = 1) async throws -> WebSocketStream {
        let target = SocketTarget(host: "h", port: 1)
        let pieces = stride(from: 0, to: bytes.count, by: size).map {
            Array(bytes[$0..<min($0 + size, bytes.count)])
        }
        let connection = try await FakeSocketConnector([target: .pieces(pieces)])
            .connect(to: target, timeout: .seconds(1))
        return WebSocketStream(
            connection, clock: FakeClock(advancesItself: false), deadline: .seconds(9))
    }

    private func failure(_ bytes: [UInt8]) async throws -> WebSocketFailure? {
        var stream = try await stream(bytes)
        do throws(WebSocketFailure) {
            while true { _ = try await stream.frame(keeping: 9) }
        } catch {
            return error
        }
    }

    // The examples of RFC 6455, 5.7.
    @Test(
        "frames are read as the standard writes them, whatever the pieces", arguments: [1, 2, 99])
    func standard(size: Int) async throws {
        let long = [UInt8](repeating: 7, count: 256)
        let huge = [UInt8](repeating: 8, count: 65_536)
        var stream = try await stream(
            [0x81, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F]
                + [0x01, 0x03, 0x48, 0x65, 0x6C] + [0x80, 0x02, 0x6C, 0x6F]
                + [0x89, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F]
                + [0x82, 0x7E, 0x01, 0x00] + long
                + [0x82, 0x7F, 0, 0, 0, 0, 0, 1, 0, 0] + huge, pieces: size)
        let hello = Array("Hello".utf8)
        #expect(
            try await stream.frame(keeping: 256) == WebSocketFrame(kind: .text, payload: hello))
        #expect(
            try await stream.frame(keeping: 256)
                == WebSocketFrame(kind: .text, isFinal: false, payload: Array("Hel".utf8)))
        #expect(
            try await stream.frame(keeping: 256)
                == WebSocketFrame(kind: .continuation, payload: Array("lo".utf8)))
        #expect(
            try await stream.frame(keeping: 256) == WebSocketFrame(kind: .ping, payload: hello))
        #expect(
            try await stream.frame(keeping: 256) == WebSocketFrame(kind: .binary, payload: long))
        // More than is kept is read over.
        #expect(
            try await stream.frame(keeping: 2)
                == WebSocketFrame(kind: .binary, payload: [8, 8], isTruncated: true))
        await #expect(throws: WebSocketFailure.ended(midway: false)) {
            try await stream.frame(keeping: 2)
        }
    }

    @Test(
        "what no server sends is refused",
        arguments: [
            ([0xC1, 0x00], "reserved bits"), ([0x91, 0x00], "reserved bits"),
            ([0x83, 0x00], "unknown kind 3"), ([0x8B, 0x00], "unknown kind 11"),
            ([0x81, 0x85], "masked"), ([0x09, 0x00], "control frame in parts"),
            ([0x89, 0x7E, 0x00, 0x7E], "more than 125"),
            ([0x88, 0x7E, 0x01, 0x00], "more than 125"),
            ([0x81, 0x7E, 0x00, 0x7D], "length"),
            ([0x81, 0x7F, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], "length"),
            ([0x81, 0x7F, 0x80, 0, 0, 0, 0, 0, 0, 0], "length"),
        ] as [([UInt8], String)])
    func malformed(bytes: [UInt8], words: String) async throws {
        guard case .malformed(let what) = try await failure(bytes) else {
            Issue.record("was taken for a frame")
            return
        }
        #expect(what.contains(words))
    }

    @Test(
        "an end within a frame is told from one behind it",
        arguments: [
            ([], false), ([0x81], true), ([0x81, 0x01], true), ([0x81, 0x7E, 0x01], true),
            ([0x81, 0x01, 0x41], false),
            ([0x81, 0x7F, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x41], true),
        ] as [([UInt8], Bool)])
    func ends(bytes: [UInt8], midway: Bool) async throws {
        #expect(try await failure(bytes) == .ended(midway: midway))
    }

    @Test(
        "a frame is sent masked, its length in the shortest form",
        arguments: [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)])
    func sent(count: Int, headLength: Int) async throws {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let mask: [UInt8] = [1, 2, 3, 4]
        var bytes = WebSocketFrame(kind: .binary, payload: payload).bytes(mask: mask)
        #expect(bytes.count == headLength + 4 + count)
        #expect(bytes[1] & 0x80 != 0)
        #expect(Array(bytes[headLength..<(headLength + 4)]) == mask)
        let unmasked = bytes.dropFirst(headLength + 4).enumerated()
            .map { $0.element ^ mask[$0.offset % 4] }
        #expect(unmasked == payload)
        // As a server would send it, the reader reads it.
        bytes[1] &= 0x7F
        var stream = try await stream(bytes.prefix(headLength) + payload, pieces: 1000)
        #expect(try await stream.frame(keeping: count).payload == payload)
    }

    @Test("the masked example of the standard is made as it stands there")
    func masked() {
        let frame = WebSocketFrame(kind: .text, payload: Array("Hello".utf8))
        #expect(
            frame.bytes(mask: [0x37, 0xFA, 0x21, 0x3D])
                == [0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58])
    }

    @Test("parts become a message, a character cut between two of them whole again")
    func assembly() throws {
        var assembly = WebSocketAssembly()
        let euro = Array("€".utf8)
        let first = WebSocketFrame(kind: .text, isFinal: false, payload: [euro[0]])
        #expect(try assembly.add(first, limit: 9) == nil)
        let last = WebSocketFrame(kind: .continuation, payload: [euro[1], euro[2]])
        #expect(
            try assembly.add(last, limit: 9)
                == WebSocketAssembly.Message(isText: true, bytes: euro, isTruncated: false))
        // Cut within the character, which is no mistake of the server.
        let cut = try assembly.add(WebSocketFrame(kind: .text, payload: euro), limit: 2)
        #expect(cut?.isTruncated == true)
    }

    @Test("parts that do not belong together are refused")
    func badAssembly() throws {
        var assembly = WebSocketAssembly()
        #expect(throws: WebSocketFailure.malformed("a continuation of nothing")) {
            try assembly.add(WebSocketFrame(kind: .continuation, payload: []), limit: 9)
        }
        _ = try assembly.add(WebSocketFrame(kind: .text, isFinal: false, payload: []), limit: 9)
        #expect(throws: WebSocketFailure.malformed("a message inside another")) {
            try assembly.add(WebSocketFrame(kind: .binary, payload: []), limit: 9)
        }
        var other = WebSocketAssembly()
        #expect(throws: WebSocketFailure.malformed("a text message that is not UTF-8")) {
            try other.add(WebSocketFrame(kind: .text, payload: [0xFF]), limit: 9)
        }
    }
}
