import Synchronization
import Testing

/// Every fault of the table on its real stack: what is broken must lead, and nothing else.
extension EngineTests {
    @Suite(.serialized) struct FaultMatrixTests {
        /// How many faults were tried, and how many of them led to the right entry.
        private static let tally = Mutex((tried: 0, right: 0))

        /// How many stacks are up at once: while one comes up, which is mostly waiting, another is
        /// looked at.
        private static let width = 2

        @Test(
            "the fault leads, and only what follows from it is named", arguments: StackTemplate.all)
        func faults(of template: StackTemplate) async throws {
            let faults = Fault.all.filter { $0.stack.system == template.system }
            #expect(!faults.isEmpty)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (position, fault) in faults.filter({ !$0.isAlone }).enumerated() {
                    if position >= Self.width { try await group.next() }
                    group.addTask { await lead(fault) }
                }
                try await group.waitForAll()
            }
            for fault in faults where fault.isAlone { await lead(fault) }
        }

        /// Breaks a stack and compares the verdict; what is wrong is recorded, so that the other
        /// faults are tried, too.
        private func lead(_ fault: Fault) async {
            do {
                try await ComposeStack.run(fault.stack) { stack in
                    try await fault.breakStack(stack)
                    let (exitCode, document) = try await stack.triage(fault.arguments)
                    Self.count(document.lead.map(fault.isLed) ?? false)
                    let troubles = Comment(rawValue: "\(fault.name): \(document.troubles)")
                    #expect(exitCode == 1, troubles)
                    #expect(document.verdict == "unhealthy", troubles)
                    #expect(document.lead?.component == fault.component, troubles)
                    #expect(document.lead?.entry == fault.entry, troubles)
                    #expect(document.lead?.step?.number == fault.step, troubles)
                    #expect(document.downstream == fault.downstream, troubles)
                    #expect(document.also.map { $0.entry ?? $0.component } == fault.also, troubles)
                }
            } catch {
                Issue.record(error, "\(fault.name)")
            }
        }

        @Test("a healthy stack is healthy, and nothing is unknown", arguments: StackTemplate.all)
        func healthy(_ template: StackTemplate) async throws {
            try await ComposeStack.run(template) { stack in
                let (exitCode, document) = try await stack.triage()
                let troubles = Comment(rawValue: document.troubles)
                #expect(exitCode == 0, troubles)
                #expect(document.verdict == "healthy", troubles)
                #expect(document.probes.allSatisfy { $0.outcome == "pass" }, troubles)
                #expect(document.lead == nil && document.also.isEmpty)
            }
        }

        /// Counts a fault, and prints the accuracy when it was the last.
        private static func count(_ isRight: Bool) {
            let (tried, right) = tally.withLock { tally in
                tally.tried += 1
                tally.right += isRight ? 1 : 0
                return tally
            }
            guard tried == Fault.all.count else { return }
            let share = Double(right) * 100 / Double(tried)
            print("fault matrix: \(right) of \(tried) faults lead to the right entry (\(share) %)")
        }
    }
}

extension Fault {
    /// Whether what leads is what is broken.
    func isLed(by lead: VerdictDocument.Problem) -> Bool {
        lead.entry == entry && lead.component == component
    }
}
