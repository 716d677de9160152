import Foundation
import FuzzSubjects

/// The subject that `FUZZ_SUBJECT` names.
struct ChosenSubject {
    let subject: any FuzzSubject

    init() {
        let name = ProcessInfo.processInfo.environment["FUZZ_SUBJECT"] ?? ""
        guard let subject = FuzzSubjectRegistry.subject(named: name) else {
            let names = FuzzSubjectRegistry.subjects.map(\.name).joined(separator: " ")
            stop("fuzz: FUZZ_SUBJECT must be one of: \(names)")
        }
        self.subject = subject
    }
}

/// Says why and ends at once; libFuzzer keeps the input.
func stop(_ reason: String) -> Never {
    FileHandle.standardError.write(Data((reason + "\n").utf8))
    abort()
}
