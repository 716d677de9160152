import Synchronization

/// How long the programs that a whole run asks once may take.
///
/// They do not follow the shortest time-out of the probes that wait for them: what compose declares
/// is also looked through for secrets, before anything is shown. A probe that may take longer makes
/// them take longer, too.
final class ComposePatience: Sendable {
    /// How long they may take where no probe may take longer.
    static let usual: Duration = .seconds(8)

    private let longest = Mutex(usual)

    /// The time-out of a program that is started now.
    var timeout: Duration { longest.withLock { $0 } }

    /// Allows as much as a probe's time-out leaves, so that it can still say itself what hangs.
    func allow(for probe: Duration) {
        longest.withLock { $0 = max($0, probe * 4 / 5) }
    }
}
