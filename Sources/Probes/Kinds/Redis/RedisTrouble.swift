/// Why a server told nothing.
enum RedisTrouble: Error, Sendable, Hashable {
    /// The service's container is at fault, or can't be reached.
    case service(ServiceTrouble)
    /// The server is at fault, in words.
    case failed(String)
    /// The way of asking is, in words.
    case unknown(String)

    /// What it means for whatever was to be measured.
    var reading: Reading {
        switch self {
        case .service(let trouble): trouble.reading
        case .failed(let words): .failed(words)
        case .unknown(let words): .unknown(words)
        }
    }

    /// The words where the service is at fault; `nil` where it is not.
    var fault: String? {
        if case .failed(let words) = reading { words } else { nil }
    }
}

extension RedisTrouble {
    /// Reads an error of the server, whose first word is its code (server.c, `createSharedObjects`).
    ///
    /// - Parameters:
    ///   - error: What it said.
    ///   - refusal: What `redis-cli` said of the password it sent, where it was refused.
    init(error: String, refusal: String?) {
        let code = error.prefix { $0 != " " }
        let words = error.dropFirst(code.count).drop { $0 == " " }
        switch code {
        case "NOAUTH":
            self =
                refusal.map { .failed("redis refuses the password: \($0)") }
                ?? .unknown("redis wants a password: give password=")
        case "WRONGPASS": self = .failed("redis refuses the password: \(words)")
        case "LOADING": self = .failed("redis is still loading its data")
        case "MISCONF": self = .failed("redis can't save to disk and refuses to write")
        case "READONLY": self = .failed("redis is a replica and refuses to write")
        case "OOM": self = .failed("redis has no memory left for writing")
        case "MASTERDOWN": self = .failed("redis is a replica whose master is down")
        case "CLUSTERDOWN": self = .failed("redis reports its cluster down: \(words)")
        case "BUSY": self = .failed("redis is busy running a script")
        case "NOPERM": self = .failed("redis does not permit it: \(words)")
        case "WRONGTYPE": self = .failed("the key holds another kind of value")
        case "MOVED", "ASK": self = .unknown("the key lives on another node: \(words)")
        case "ERR" where words.hasPrefix("unknown"), "ERR" where words.hasPrefix("wrong number"):
            self = .unknown("redis does not know the command: \(words)")
        default: self = .failed("redis reports: \(error)")
        }
    }
}
