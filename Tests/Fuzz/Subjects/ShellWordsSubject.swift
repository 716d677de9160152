import Catalog
import Machine

/// Words as shells split them, and variables in them: a command that is pasted has the same words.
struct ShellWordsSubject: FuzzSubject {
    let name = "shell-words"
    let longestInput = 512

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let text = String(decoding: bytes, as: UTF8.self)
        let words = ShellWords.split(text)
        let line = Command(words.first ?? "", Array(words.dropFirst()), timeout: .zero).line
        try BrokenPromise.unless(
            words.isEmpty || ShellWords.split(line) == words, "\(words) are pasted as \(line)")
        let names = VariableReference.references(in: text).map(\.name)
        switch VariableReference.expand(text, with: { _ in "${again}" }) {
        case .expanded: break
        case .unset(let unset): throw BrokenPromise("\(unset) unset, though all have values")
        }
        if case .unset(let unset) = VariableReference.expand(text, with: { _ in nil }) {
            try BrokenPromise.unless(
                Set(unset).isSubset(of: names), "\(unset) are unset, there are only \(names)")
        }
    }
}
