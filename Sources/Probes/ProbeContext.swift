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
    /// Whether the user allowed lines to run programs of their own choice, with `--allow-exec`.
    public var allowsExecution: Bool
    /// How far back a line looks that doesn't say, such as `10m`; `nil` for what its kind has.
    public var lookBack: String?
    /// What the runbooks know that a probe may ask for.
    public var knowledge: RunbookKnowledge

    /// Makes the context of a run.
    public init(
        world: World, environmentFiles: [String] = [".env"], redactor: Redactor,
        allowsExecution: Bool = false, lookBack: String? = nil,
        knowledge: RunbookKnowledge = RunbookKnowledge()
    ) {
        self.world = world
        self.environmentFiles = environmentFiles
        self.redactor = redactor
        self.allowsExecution = allowsExecution
        self.lookBack = lookBack
        self.knowledge = knowledge
        compose = ComposeProject(world: world)
    }

    /// The same context for another run: nothing has been asked yet.
    ///
    /// - Parameter world: The outside of that run.
    public func anew(in world: World) -> ProbeContext {
        ProbeContext(
            world: world, environmentFiles: environmentFiles, redactor: redactor,
            allowsExecution: allowsExecution, lookBack: lookBack, knowledge: knowledge)
    }
}
