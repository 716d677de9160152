import Testing

/// All suites that start stacks on the real engine: one stack at a time, for several would wear
/// down a small machine and their health checks with it.
@Suite(.serialized, .enabled(if: TestEnvironment.hasEngine))
enum EngineTests {}
