import Foundation
import Synchronization

/// Ports on which nothing listens now.
enum FreePort {
    /// Below those that systems give to outgoing connections (32768 and up on Linux, ip(7)), so that
    /// none takes a port between the look and its use.
    private static let candidates = 10_000..<32_768

    private static let given = Mutex<Set<Int>>([])

    /// One that is free on every address, and that no other test of this run was given.
    static func next() throws -> Int {
        for port in (0..<200).map({ _ in Int.random(in: candidates) }) where isFree(port) {
            if given.withLock({ $0.insert(port).inserted }) { return port }
        }
        throw POSIXError(.EADDRINUSE)
    }

    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(INADDR_ANY)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
