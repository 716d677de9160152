import Catalog

/// What the loaded runbooks know that a probe may ask for: log signatures and close codes.
public struct RunbookKnowledge: Sendable {
    private let signatures: [String: [String]]
    private let codes: [String: String]

    /// Gathers what these entries know.
    public init(_ entries: [Entry] = []) {
        signatures = Dictionary(
            entries.map { ($0.id, $0.signatures) }, uniquingKeysWith: { first, _ in first })
        codes = Dictionary(
            entries.filter { $0.kind == .code }.map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The ids of the entries, sorted.
    public var entries: [String] { signatures.keys.sorted() }

    /// The error signatures of an entry; `nil` where there is no such entry.
    public func signatures(of entry: String) -> [String]? { signatures[entry] }

    /// What a code means in a system, such as the WebSocket close code 4003 in `voxbento`.
    public func meaning(of code: Int, in system: String) -> String? {
        codes["\(system)/code-\(code)"]
    }
}
