import Testing

/// One thing that is broken on a system's stack, and what triage must say of it.
struct Fault: Sendable, CustomTestStringConvertible {
    /// The stack that it is broken on.
    var stack: StackTemplate
    /// What is broken.
    var name: String
    /// The entry that must lead; `nil` where the runbook has none and only a step finds it.
    var entry: String?
    /// The component that must lead.
    var component: String
    /// The triage step that must be named, where one finds it.
    var step: Int?
    /// The components that must be listed as following from it.
    var downstream: [String] = []
    /// Further entries that must be named as broken on their own account: what is broken can't but
    /// break them too.
    var also: [String] = []
    /// What triage must be told, beyond what the stack's template says.
    var arguments: [String] = []
    /// Whether it shows in the processes of the whole machine, so that no other stack may run.
    var isAlone = false
    /// Breaks it.
    var breakStack: @Sendable (ComposeStack) async throws -> Void

    var testDescription: String { "\(stack.system): \(name)" }

    /// The faults of all systems.
    static let all = voxbento + ratiba + interview + roomSync + alwrity + general
}
