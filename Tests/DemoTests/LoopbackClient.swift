import Foundation

@testable import Demo

/// A bare TCP client, so that the server is tested by the bytes and not by another HTTP library.
final class LoopbackClient {
    private let descriptor: Int32

    init(port: Int) throws(LoopbackFailure) {
        descriptor = try Self.connect(to: port)
        LoopbackSocket.prepare(descriptor, patience: .seconds(10))
    }

    private static func connect(to port: Int) throws(LoopbackFailure) -> Int32 {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafeBytes(of: &address) { bytes in
            bytes.assumingMemoryBound(to: sockaddr.self).baseAddress.map {
                Foundation.connect(descriptor, $0, socklen_t(bytes.count))
            }
        }
        guard status == 0 else {
            let failure = LoopbackFailure(errno)
            _ = close(descriptor)
            throw failure
        }
        return descriptor
    }

    deinit {
        _ = close(descriptor)
    }

    func send(_ text: String) {
        LoopbackSocket.send(Array(text.utf8), to: descriptor)
    }

    func readToEnd() -> String {
        var bytes: [UInt8] = []
        while true {
            let more = LoopbackSocket.receive(from: descriptor)
            guard !more.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
            bytes += more
        }
    }
}
