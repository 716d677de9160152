/// Writes values as text: numbers in decimal with a colon behind, texts as their length in bytes, a
/// colon and their bytes, as netstrings are (https://cr.yp.to/proto/netstrings.txt).
struct PreparedWriter: FieldPass {
    /// What is written so far.
    private(set) var bytes: [UInt8] = []
    private var lastRepeated: String?

    let isReading = false

    mutating func number(_ value: inout Int) {
        bytes += String(value).utf8
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func text(_ value: inout String) {
        var count = value.utf8.count
        number(&count)
        bytes += value.utf8
    }

    mutating func repeatedText(_ value: inout String) {
        var isNew = value != lastRepeated
        isNew.pass(&self)
        guard isNew else { return }
        lastRepeated = value
        text(&value)
    }
}
