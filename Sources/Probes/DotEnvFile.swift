/// The variables that a dotenv file sets, read as `docker compose` reads it.
///
/// The dialects of dotenv differ; where they do, this follows compose-go (`dotenv/parser.go` and
/// `template/template.go` of github.com/compose-spec/compose-go, version 2.13;
/// compared with what `docker compose config` 5.6 makes of the same files):
///
/// - `NAME=value`, `NAME = value`, `NAME: value` and `export NAME=value`; names of letters,
///   digits and `_.-[]`; blank lines and lines that start with `#` say nothing.
/// - `NAME` alone takes its value from the environment, or sets nothing where that has none.
/// - An unquoted value ends at ` #` or the end of the line, blanks trimmed; a `#` without a blank
///   before it belongs to the value.
/// - Quoted values may run over several lines. Single quotes keep everything but `\'`; double
///   quotes know `\n \r \t \a \b \f \v \\ \" \$` and `\0` with three octal digits.
/// - `$NAME`, `${NAME}` and `${NAME:-default}` (also `-`, `:+`, `+`, `:?`, `?`) are filled in,
///   except in single quotes: from the environment first, then from earlier lines. `$$` is one
///   dollar.
/// - A byte order mark and carriage returns at line ends are ignored.
///
/// compose-go refuses a file at its first mistake; this notes the mistake and reads on at the next
/// line, so that one bad line does not hide the others.
public struct DotEnvFile: Sendable, Hashable {
    /// One variable.
    public struct Entry: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The value, quotes removed and references filled in.
        public var value: String
        /// The line that it starts on, counted from 1.
        public var line: Int

        /// Makes a variable.
        public init(name: String, value: String, line: Int) {
            self.name = name
            self.value = value
            self.line = line
        }
    }

    /// Something that could not be read.
    public struct Mistake: Sendable, Hashable {
        /// The line, counted from 1.
        public var line: Int
        /// What is wrong, never quoting a value.
        public var message: String

        /// Makes a mistake.
        public init(line: Int, message: String) {
            self.line = line
            self.message = message
        }
    }

    /// The variables in order; a name that stands twice is here twice.
    public var entries: [Entry] = []
    /// What could not be read, in order.
    public var mistakes: [Mistake] = []

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: Its content.
    ///   - environment: What references are filled in from before earlier lines are.
    public init(_ bytes: some Sequence<UInt8>, environment: [String: String] = [:]) {
        var parser = DotEnvParser(Array(bytes), environment: environment)
        parser.parse()
        entries = parser.entries
        mistakes = parser.mistakes
    }

    /// Reads a file's text.
    public init(_ text: String, environment: [String: String] = [:]) {
        self.init(text.utf8, environment: environment)
    }

    /// The entry that counts for a name: the last one.
    public func entry(_ name: String) -> Entry? { entries.last { $0.name == name } }

    /// The value of a name; `nil` where the file does not set it.
    public subscript(_ name: String) -> String? { entry(name)?.value }

    /// The values by name; of a name that stands twice the last counts.
    public var values: [String: String] {
        Dictionary(entries.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    }
}
