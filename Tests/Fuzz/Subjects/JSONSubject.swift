import Machine

/// JSON: what was read and written again reads as the same.
struct JSONSubject: FuzzSubject {
    let name = "json"

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        guard let value = try? JSONValue(parsing: bytes) else { return }
        _ = (value.int, value.double, value.text)
        let again = try? JSONValue(parsing: value.compactText)
        try BrokenPromise.unless(again == value, "\(value.compactText) reads otherwise")
    }
}
