import Foundation

extension LiveFileSystem {
    /// What a symbolic link says, at most `PATH_MAX` bytes of it.
    public func linkTarget(of path: String) -> String? {
        guard !path.utf8.contains(0) else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
            let length = buffer.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { readlink(path, $0, characters.count) } ?? -1
            }
            count = max(0, length)
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
