import Probes

/// What a source of evidence brought, and what it could not have.
public struct Captured: Sendable, Hashable {
    /// Files in order.
    public var items: [BundleItem]
    /// What could not be had.
    public var missing: [MissingItem]

    /// Gathers both.
    public init(items: [BundleItem] = [], missing: [MissingItem] = []) {
        self.items = items
        self.missing = missing
    }

    /// A single thing that could not be had.
    init(missing what: String, because reason: String) {
        self.init(missing: [MissingItem(what, because: reason)])
    }

    /// A look as a file, or why there is none.
    init(_ capture: Capture, to path: String, what: String, source: String) {
        switch capture {
        case .text(let bytes, let lack):
            self.init(items: [BundleItem(path, bytes, source: source, lack: lack)])
        case .missing(let reason):
            self.init(missing: what, because: reason)
        }
    }

    /// Adds what another brought behind it.
    static func += (captured: inout Captured, other: Captured) {
        captured.items += other.items
        captured.missing += other.missing
    }
}
