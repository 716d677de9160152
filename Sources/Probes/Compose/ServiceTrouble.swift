/// Why nothing could be learned inside the container of a service.
enum ServiceTrouble: Error, Sendable, Hashable {
    /// The service is at fault: it is stopped, paused, never created or does not answer.
    case failed(String)
    /// It could not be looked at from here.
    case unknown(String)
    /// Its container has no such program.
    case noProgram(String, service: String)

    /// What it means for whatever was to be measured.
    var reading: Reading {
        switch self {
        case .failed(let words): .failed(words)
        case .unknown(let words): .unknown(words)
        case .noProgram(let program, let service):
            .unknown("the container of \(service) has no program \(program)")
        }
    }
}
