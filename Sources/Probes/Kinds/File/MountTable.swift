/// The mounts of a container, as `/proc/self/mounts` lists them (fstab(5), proc(5)).
struct MountTable: Sendable, Hashable {
    private struct Mount: Hashable {
        var point: [UInt8]
        var isReadOnly: Bool
    }

    private var mounts: [Mount] = []

    /// Reads the list; a line that is none is passed over.
    init(_ bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " "))
            guard fields.count >= 4 else { continue }
            let options = fields[3].split(separator: UInt8(ascii: ","))
            mounts.append(
                Mount(
                    point: Self.unescaped(fields[1]),
                    isReadOnly: options.contains { $0.elementsEqual("ro".utf8) }))
        }
    }

    /// Whether the mount that holds the path, links resolved, is read-only.
    func isReadOnly(_ path: [UInt8]) -> Bool {
        var nearest: Mount?
        for mount in mounts where Self.holds(mount.point, path) {
            // What is mounted later at the same point hides what was there.
            if mount.point.count >= nearest?.point.count ?? 0 { nearest = mount }
        }
        return nearest?.isReadOnly ?? false
    }

    private static func holds(_ point: [UInt8], _ path: [UInt8]) -> Bool {
        guard path.starts(with: point) else { return false }
        return point.count == path.count || point.last == UInt8(ascii: "/")
            || path[point.count] == UInt8(ascii: "/")
    }

    /// Resolves `\040` and its like, in which blanks and backslashes are written.
    private static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var rest = field
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            let isOctal = digits.count == 3 && digits.allSatisfy { (0x30...0x37).contains($0) }
            guard byte == UInt8(ascii: "\\"), isOctal else {
                output.append(byte)
                continue
            }
            let code = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
            output.append(UInt8(truncatingIfNeeded: code))
            rest = rest.dropFirst(3)
        }
        return output
    }
}
