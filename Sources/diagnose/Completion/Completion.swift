import Report

/// What may stand at the cursor of a command line.
struct Completion: Sendable, Hashable {
    /// How the shell is to go on.
    var form = Form.words
    /// The words, each as the whole word at the cursor would be.
    var candidates: [Candidate] = []

    /// How the shell is to go on behind a candidate.
    enum Form: String, Sendable, Hashable {
        /// The candidates are whole words.
        case words
        /// The candidates are beginnings of words: no space follows.
        case beginnings
        /// The shell knows files better.
        case files
    }

    /// A word with what it means.
    struct Candidate: Sendable, Hashable {
        /// The word.
        var word: String
        /// What it means, in a few words.
        var help = ""
    }

    /// The shell completes files.
    static let files = Completion(form: .files)

    /// The words that begin as typed.
    init(
        _ candidates: [Candidate], beginningWith typed: String, form: Form = .words
    ) {
        self.form = form
        self.candidates = candidates.filter { $0.word.hasPrefix(typed) }
    }

    /// Leaves the words to the shell.
    private init(form: Form) { self.form = form }

    /// The same with something in front of each word.
    func prefixed(_ prefix: String) -> Completion {
        var completion = self
        for index in completion.candidates.indices {
            completion.candidates[index].word = prefix + completion.candidates[index].word
        }
        return completion
    }

    /// Nobody reads more.
    private static let longestHelp = 60

    /// What the shells' scripts read: the form, then a candidate a line, a tab before its meaning.
    var lines: String {
        let rows = candidates.map { candidate in
            let help = candidate.help.printable
            let shown =
                help.count > Self.longestHelp ? help.prefix(Self.longestHelp - 1) + "…" : help[...]
            return "\(candidate.word.printable)\t\(shown)\n"
        }
        return form.rawValue + "\n" + rows.joined()
    }
}
