/// What operations people call the same thing: one group a line, its members separated by commas.
///
/// A query that uses one member of a group finds entries that use another, for less weight than the
/// word itself. General vocabulary of running software belongs here, never the wording of one
/// runbook or one query. Members are compared by their stems, so one form of a word is enough; a
/// member of several words matches those words in that order. Every way of denying a verb (`does
/// not`, `cannot`, `never`, `fails to`) is read as `not`, which alone is written here.
///
/// One file a field of work, under `Thesaurus/`; a word may stand in several groups, in each of
/// them with another of its meanings.
enum Thesaurus {
    /// Words that mean the same wherever they stand.
    static let synonyms: [StaticString] = [
        failures, speed, access, audioAndVideo, screens, data, networks, programs, releases,
        messages, intelligence, people,
    ]
}
