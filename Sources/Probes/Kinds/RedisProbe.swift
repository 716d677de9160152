import Catalog
import Machine
import Redaction

/// Sends one reading command to the Redis or Valkey server of a compose service.
///
/// Use it to see whether the server answers and takes the password, whether a key is there and how
/// long it lives, whether a queue grows, and what the server says of itself.
///
///     redis redis                                                 # redis does not answer
///     redis redis command="LLEN arq:queue" value<100              # jobs pile up
///     redis redis command="EXISTS session:${session}" value=1
///     redis redis info.rdb_last_bgsave_status=ok info.evicted_keys=0
///     redis cache password=${REDIS_PASSWORD} info.db0.keys>0
///
/// `redis-cli`, or `valkey-cli`, runs in the service's container and asks the server there. The
/// password is the one that the container's environment names (`REDIS_PASSWORD`,
/// `REDISCLI_AUTH` and the like), or `password=`; it is passed on in a variable and stands on no
/// command line. Only commands that read are sent.
///
/// A server that does not answer, refuses the password, is still loading or can't save fails the
/// line and says which. Of a list each element must meet the line. A line that states nothing
/// sends PING and wants `value=PONG`.
public struct RedisProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "redis",
        abstract: "Sends one reading command to the Redis server of a compose service.",
        subject: .init("SERVICE", "the compose service in whose container redis-cli runs"),
        options: [
            .init(commandKey, .text, "the command, 'GET key'; PING unless told"),
            .init("database", .number, "the number of the database; 0 unless told"),
            .init("password", .text, "the password, unless the environment tells"),
        ],
        observables: [
            .init("value", .text, "what the command answers"),
            .init("info.", .text, "a field of INFO, info.used_memory or info.db0.keys"),
        ],
        defaultConditions: ["value=PONG"],
        examples: [
            "redis redis # redis does not answer",
            "redis redis command=\"LLEN arq:queue\" value<100 # jobs pile up",
            "redis redis info.rdb_last_bgsave_status=ok # redis can't save to disk",
        ])

    private static let commandKey = "command"
    private static let infoPrefix = "info."

    /// The service itself.
    public func component(of request: ProbeRequest) -> String { request.subject }

    /// A service has a name.
    public func mistake(in subject: String) -> String? { ServiceName.mistake(in: subject) }

    /// Whether the command only reads.
    public func mistakes(
        in line: ProbeLine, knowing knowledge: RunbookKnowledge?
    ) -> [String] {
        let command = line.conditions.first { $0.key == Self.commandKey }?.value
        guard let command, !command.contains("${") else { return [] }
        do {
            _ = try RedisCommand(command)
            return []
        } catch {
            return [error.summary]
        }
    }

    /// Asks for what the line states: the command, INFO, or both.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        if let password = request.option("password") { context.redactor.learn(values: [password]) }
        let command: RedisCommand
        do {
            command = try request.option(Self.commandKey).map(RedisCommand.init) ?? .ping
        } catch {
            return Observation(.unknown(error.summary), for: request)
        }
        let isOfInfo = { (expectation: Expectation) in expectation.key.hasPrefix(Self.infoPrefix) }
        let asksCommand = !request.expectations.allSatisfy(isOfInfo)
        let asksInfo = request.expectations.contains(where: isOfInfo)
        let commands = (asksCommand ? [command] : []) + (asksInfo ? [.info] : [])
        var outputs: [Result<String, RedisTrouble>]
        do {
            outputs = try await RedisClient(request, in: context).outputs(of: commands)
        } catch {
            outputs = commands.map { _ in .failure(error) }
        }
        let readings = RedisReadings(
            command: command, output: asksCommand ? outputs.first : nil,
            information: asksInfo ? outputs.last : nil, redactor: context.redactor)
        return Observation(
            readings: Dictionary(
                request.expectations.map { expectation in
                    let name = expectation.key.dropFirst(Self.infoPrefix.count)
                    return (
                        expectation,
                        isOfInfo(expectation)
                            ? readings.field(String(name)) : readings.value(expectation)
                    )
                }, uniquingKeysWith: { first, _ in first }))
    }
}
