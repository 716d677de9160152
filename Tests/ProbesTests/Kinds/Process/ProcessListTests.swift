import Machine
import Testing

@testable import Probes

@Suite struct ProcessListTests {
    @Test("a table of `docker top` with columns of our own is read")
    func dockerTop() throws {
        let list = try #require(
            ProcessList(
                table: """
                    PID                 PPID                RSS                 ELAPSED             COMMAND
                    31525               31502               26012               10:41               postgres -c jit=off
                    31921               31525               10432               1-02:03:04          postgres: checkpointer
                    18563               31502               1520                00:00               sh -c sleep 77; true

                    """))
        #expect(list.processes.map(\.id) == [31525, 31921, 18563])
        #expect(
            list.processes[0]
                == RunningProcess(
                    id: 31525, parent: 31502, memory: 26012 * 1024, age: 641,
                    commandLine: "postgres -c jit=off"))
        #expect(list.processes[1].age == 93784)
        #expect(list.tree(of: 31525) == [31525, 31921])
    }

    @Test("a table of `docker top` by itself tells no memory and no age")
    func plainTop() throws {
        let list = try #require(
            ProcessList(
                table: """
                    UID                 PID                 PPID                C                   STIME               TTY                 TIME                CMD
                    70                  31525               31502               0                   06:29               ?                   00:00:00            postgres -c a b

                    """))
        #expect(
            list.processes == [
                RunningProcess(id: 31525, parent: 31502, commandLine: "postgres -c a b")
            ])
    }

    @Test(
        "what is no table is none", arguments: ["", "\n", "junk", "PID USER", "USER COMMAND\n1 x"])
    func noTable(text: String) {
        #expect(ProcessList(table: text) == nil)
    }

    @Test("rows of the real `ps` of this machine are read, this process among them")
    func realList() async throws {
        let columns = ["pid=", "ppid=", "rss=", "etime=", "args="].flatMap { ["-o", $0] }
        let result = try await LiveCommandRunner().run(
            Command("ps", ["-axww"] + columns, timeout: .seconds(20)))
        let list = ProcessList(
            rows: result.output.split(separator: "\n"), columns: ProcessList.columns)
        #expect(list.processes.contains { $0.id == 1 })
        #expect(list.processes.allSatisfy { $0.age != nil && $0.memory != nil })
        #expect(list.processes.contains { $0.commandLine.contains("-o etime= -o args=") })
    }

    @Test(
        "elapsed times are read",
        arguments: [
            ("00:07", 7), ("10:41", 641), ("02:03:04", 7384), ("1-02:03:04", 93784), ("641", 641),
            ("", nil), ("a:b", nil), ("1:2:3:4", nil), ("x-1:2", nil), ("-1:00", nil),
            ("nan-00:01", nil), ("-inf-00:01", nil), ("inf-00:01", nil), ("inf:00", nil),
            ("1e999-00:01", nil),
        ] as [(String, Double?)])
    func elapsed(text: String, seconds: Double?) {
        #expect(ProcessList.seconds(of: text) == seconds)
    }

    @Test("a loop among parents ends")
    func loop() {
        let list = ProcessList(processes: [
            RunningProcess(id: 2, parent: 3, commandLine: "a"),
            RunningProcess(id: 3, parent: 2, commandLine: "b"),
        ])
        #expect(list.ancestors(of: 2).map(\.id) == [3])
        #expect(list.tree(of: 2) == [2, 3])
    }

    @Test("a command line is bounded, and keeps both of its ends")
    func bounds() {
        let long =
            Array("java".utf8) + [UInt8](repeating: 0x61, count: 300_000)
            + Array(" org.example.Ingest".utf8)
        let line = RunningProcess.commandLine(of: long)
        #expect(line.hasPrefix("java") && line.hasSuffix("org.example.Ingest"))
        #expect(line.utf8.count < 9000)
        #expect(RunningProcess.commandLine(of: Array("a\0b c\0\0".utf8)) == "a b c")
        #expect(RunningProcess.commandLine(of: [0xFF, 0x00, 0x61]) == "\u{FFFD} a")
        #expect(RunningProcess.commandLine(of: []) == "")
    }
}
