extension JSONValue {
    /// The objects of an array, of lines with one object each, or of a single object; `nil` where
    /// the bytes are none of these.
    static func objects(in bytes: [UInt8]) -> [JSONValue]? {
        if let document = try? JSONValue(parsing: bytes) {
            if let elements = document.array { return elements.filter { $0.object != nil } }
            return document.object == nil ? nil : [document]
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let objects = lines.compactMap { try? JSONValue(parsing: $0) }.filter { $0.object != nil }
        return objects.isEmpty && !lines.isEmpty ? nil : objects
    }

    /// The whole number, written as one or as text, which changes from version to version.
    var looseInteger: Int? { int ?? string.flatMap { Int($0) } }
}
