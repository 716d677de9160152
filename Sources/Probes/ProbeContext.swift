import Machine
import Redaction

/// What the probes of one run share.
public struct ProbeContext: Sendable {
    /// The outside.
    public var world: World
    /// The compose project around the working directory, asked at most once for each thing.
    public var compose: ComposeProject
    /// The dotenv files given by the user, or `.env` of the working directory.
    public var environmentFiles: [String]
    /// Takes secrets out of everything that is shown.
    public var redactor: Redactor

    /// Makes the context of a run.
    public init(world: World, environmentFiles: [String] = [".env"], redactor: Redactor) {
        self.world = world
        self.environmentFiles = environmentFiles
        self.redactor = redactor
        compose = ComposeProject(world: world)
    }
}
