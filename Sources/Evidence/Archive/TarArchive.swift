/// The regular files of an unpacked tar archive (POSIX.1-2017, pax, "ustar Interchange Format").
///
/// Nothing is ever put on a disk by a name that stands in there: links, devices and names that lead
/// out of the folder are refused, as is all that no bundle has.
struct TarArchive {
    /// A file.
    struct Member: Hashable {
        /// Its path as it stands in the archive.
        var path: String
        /// Its content.
        var content: ArraySlice<UInt8>
    }

    /// Why bytes are no archive that a bundle could be.
    struct Refusal: Error, Hashable {
        /// The reason in a few words.
        var reason: String
    }

    /// The files in order.
    private(set) var members: [Member] = []

    private static let block = 512

    /// Reads an archive.
    ///
    /// - Throws: ``Refusal``.
    init(_ bytes: [UInt8], limits: BundleLimits) throws(Refusal) {
        var offset = 0
        var paths: Set<String> = []
        while true {
            guard offset + Self.block <= bytes.count else {
                throw Refusal(reason: "it ends too early")
            }
            let head = bytes[offset..<offset + Self.block]
            offset += Self.block
            // The end is two blocks of zeros; one is enough to know.
            if head.allSatisfy({ $0 == 0 }) { return }
            guard let size = Self.size(in: head) else {
                throw Refusal(reason: "it is no tar archive")
            }
            let path = Self.path(in: head)
            // Folders are made as files need them.
            if Self.type(of: head) == UInt8(ascii: "5") { continue }
            try Self.check(path, type: Self.type(of: head))
            guard size <= limits.item, members.count < limits.files else {
                throw Refusal(reason: "it holds more than a bundle may")
            }
            guard offset + size <= bytes.count else { throw Refusal(reason: "it ends too early") }
            guard paths.insert(path).inserted else {
                throw Refusal(reason: "it holds \(path) twice")
            }
            members.append(Member(path: path, content: bytes[offset..<offset + size]))
            offset += (size + Self.block - 1) / Self.block * Self.block
        }
    }

    private static func check(_ path: String, type: UInt8) throws(Refusal) {
        // '0' is a regular file, as is NUL in old archives.
        guard type == UInt8(ascii: "0") || type == 0 else {
            throw Refusal(reason: "it holds something else than files")
        }
        guard BundlePath.isSafe(path) else {
            throw Refusal(reason: "it holds a name that no bundle has")
        }
    }

    private static func field(
        _ range: Range<Int>, of head: ArraySlice<UInt8>
    ) -> ArraySlice<UInt8> {
        head[(head.startIndex + range.lowerBound)..<(head.startIndex + range.upperBound)]
    }

    private static func type(of head: ArraySlice<UInt8>) -> UInt8 { head[head.startIndex + 156] }

    /// The name, with the prefix of long ones in front.
    private static func path(in head: ArraySlice<UInt8>) -> String {
        let name = text(field(0..<100, of: head))
        // GNU's own format has other things in the prefix's place, and no NUL behind "ustar".
        let isPortable = field(257..<263, of: head).elementsEqual(Array("ustar\0".utf8))
        let prefix = isPortable ? text(field(345..<500, of: head)) : ""
        let joined = prefix.isEmpty ? name : "\(prefix)/\(name)"
        return joined.hasPrefix("./") ? String(joined.dropFirst(2)) : joined
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// The length of the content; `nil` where the head is none, by its checksum.
    private static func size(in head: ArraySlice<UInt8>) -> Int? {
        let sum = head.reduce(0) { $0 + Int($1) }
        let checksum = field(148..<156, of: head)
        // The sum is counted with blanks in its own place.
        let expected = sum - checksum.reduce(0) { $0 + Int($1) } + 8 * 0x20
        guard octal(checksum) == expected else { return nil }
        return octal(field(124..<136, of: head))
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = text(field).drop { $0 == " " }.prefix { $0 != " " }
        return Int(digits, radix: 8).flatMap { $0 >= 0 ? $0 : nil }
    }
}
