/// The server's facts and counters, as `INFO` tells them.
struct RedisInformation: Sendable, Hashable {
    private let fields: [String: String]

    /// Reads lines such as `used_memory:1048576`; what is none is left out.
    init(_ output: String) {
        var fields: [String: String] = [:]
        for line in output.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[String(line[..<colon])] = String(line[line.index(after: colon)...])
        }
        self.fields = fields
    }

    /// Whether nothing was told.
    var isEmpty: Bool { fields.isEmpty }

    /// The value of a field; of `db0.keys` that part of `db0:keys=6,expires=0`.
    func value(of name: String) -> String? {
        if let value = fields[name] { return value }
        guard let dot = name.lastIndex(of: "."), let list = fields[String(name[..<dot])] else {
            return nil
        }
        let wanted = name[name.index(after: dot)...] + "="
        return list.split(separator: ",").first { $0.hasPrefix(wanted) }
            .map { String($0.dropFirst(wanted.count)) }
    }

    /// The names of all fields, sorted.
    var names: [String] { fields.keys.sorted() }
}
