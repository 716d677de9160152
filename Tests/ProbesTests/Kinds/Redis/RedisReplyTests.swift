import Testing

@testable import Probes

/// What `redis-cli --no-raw` of Redis 7.0 really prints.
@Suite struct RedisReplyTests {
    @Test(
        "an answer is read by its form",
        arguments: [
            ("PONG\n", .text("PONG")), ("string\n", .text("string")),
            ("(integer) 3\n", .integer(3)), ("(integer) -2\n", .integer(-2)), ("(nil)\n", .null),
            ("(double) 1.5\n", .text("1.5")), ("\"12\"\n", .text("12")), ("\"\"\n", .text("")),
            ("\"v\\nw\"\n", .text("v\nw")), ("\"x\\x1b[31my\"\n", .text("x\u{1B}[31my")),
            ("\"\\xc3\\xbc\\\"\\\\\"\n", .text("ü\"\\")), ("\"(nil)\"\n", .text("(nil)")),
            ("\"\\xe9\"\n", .text("\u{FFFD}")), ("\"a\\\"\n", .text("a\\")),
            ("(empty array)\n", .list([])), ("(empty list or set)\n", .list([])),
            ("1) \"a\"\n2) \"b\"\n3) (integer) 3\n", .list([.text("a"), .text("b"), .integer(3)])),
            (" 1) \"a\"\n10) (nil)\n", .list([.text("a"), .null])),
            (
                "(error) WRONGTYPE Operation against a key holding the wrong kind of value\n",
                .error("WRONGTYPE Operation against a key holding the wrong kind of value")
            ),
            ("", .text("")), ("\n", .text("")), ("\"", .text("\"")),
        ] as [(String, RedisReply)])
    func read(output: String, reply: RedisReply) {
        #expect(RedisReply(output) == reply)
    }

    @Test(
        "commands that only read are taken, in capitals",
        arguments: [
            ("ping", ["PING"]), ("get 'my key'", ["GET", "my key"]),
            ("Memory Usage k", ["MEMORY", "USAGE", "k"]),
            ("LRANGE q 0 -1", ["LRANGE", "q", "0", "-1"]),
            ("GET -h", ["GET", "-h"]), ("slowlog len", ["SLOWLOG", "LEN"]),
        ])
    func taken(text: String, words: [String]) throws {
        #expect(try RedisCommand(text).words == words)
    }

    @Test(
        "all others are refused",
        arguments: [
            ("", .empty), ("   ", .empty), ("SET a b", .notReading("SET")),
            ("FLUSHALL", .notReading("FLUSHALL")), ("KEYS *", .notReading("KEYS")),
            ("CONFIG GET requirepass", .notReading("CONFIG")), ("-h evil PING", .notReading("-H")),
            ("EVAL 'return 1' 0", .notReading("EVAL")), ("SLOWLOG RESET", .notReading("SLOWLOG")),
            ("GET", .arguments("GET KEY")), ("GET a b", .arguments("GET KEY")),
            ("MEMORY USAGE", .arguments("MEMORY USAGE KEY")), ("PING x", .arguments("PING")),
        ] as [(String, RedisCommand.Mistake)])
    func refused(text: String, mistake: RedisCommand.Mistake) {
        #expect(throws: mistake) { try RedisCommand(text) }
    }

    @Test(
        "fields of INFO are found, parts of them too",
        arguments: [
            ("redis_version", "7.0.15"), ("role", "master"), ("db0", "keys=6,expires=1,avg_ttl=0"),
            ("db0.keys", "6"), ("db0.expires", "1"), ("executable", "/redis-server"),
            ("db0.none", nil), ("db1.keys", nil), ("nothing", nil), ("config_file", ""),
        ])
    func information(name: String, value: String?) {
        let output = """
            # Server\r
            redis_version:7.0.15\r
            executable:/redis-server\r
            config_file:\r
            \r
            # Replication\r
            role:master\r
            # Keyspace\r
            db0:keys=6,expires=1,avg_ttl=0\r

            """
        #expect(RedisInformation(output).value(of: name) == value)
    }
}
