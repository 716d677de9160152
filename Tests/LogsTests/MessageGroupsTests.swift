import Testing

@testable import Logs

@Suite("Message groups")
struct MessageGroupsTests {
    /// The group of each message, counted from 0 in order of their first.
    private func groups(_ messages: [String]) -> [Int] {
        var grouper = MessageGrouper()
        let shapes = messages.map {
            grouper.add(LogLine(Array($0.utf8)[...]), layouts: HeadLayouts())
        }
        let templates = grouper.groups().templateOfShape
        var numbers: [Int: Int] = [:]
        return shapes.map { shape in
            let number = numbers[templates[shape]] ?? numbers.count
            numbers[templates[shape]] = number
            return number
        }
    }

    @Test(
        "messages that differ in what changes from line to line are one group",
        arguments: [
            ["took 12 ms", "took 1.5 s"], ["block blk_-12 found", "block blk_77 found"],
            ["from 10.0.0.1 port 22", "from 10.0.0.2 port 4711"],
            ["open /var/log/a/b", "open /srv/x/y/z"], ["size 5.2 KB, free", "size 12 B, free"],
            ["lifetime <1 sec", "lifetime 00:07"],
            ["acquire tag=\"View Lock\" uid=1", "acquire tag=RIL uid=2"],
            ["ws=null pid=1", "ws=Source{10113} pid=2"], ["nodes 1 2 3 down", "nodes 7 8 down"],
            ["open example.org:443 closed", "open db.internal:5432 closed"],
            ["n-1 <ok> n-2 <ok> end", "n-1 <ok> n-2 <ok> n-3 <ok> end"],
        ])
    func same(messages: [String]) {
        #expect(groups(messages) == [0, 0], "\(messages)")
    }

    @Test(
        "messages that say different things are not",
        arguments: [
            ["link up now", "link down now"], ["state NEW to RUNNING", "state RUNNING to DONE"],
            ["cache flush - Begin", "cache flush - End"],
            ["1 more failure; user", "1 more failures; user"], ["closed", "opened"],
        ])
    func different(messages: [String]) {
        #expect(groups(messages) == [0, 1], "\(messages)")
    }

    @Test("a place where many names stand is a gap, in other messages too")
    func names() {
        let names = ["anna", "bert", "carla", "dora", "emil", "fritz", "gerda"]
        #expect(Set(groups(names.map { "user \($0) logged in" })).count == 1)
        let fewer = names.prefix(3).map { "password of \($0) is wrong" }
        #expect(Set(groups(names.map { "user \($0) logged in" } + fewer)).count == 2)
        #expect(Set(groups(Array(fewer))).count == 3)
    }

    @Test("shapes without end stay bounded")
    func bounded() {
        var shapes = MessageShapes()
        var tokenizer = MessageTokenizer()
        let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
        for number in 0..<3 * MessageShapes.mostShapes {
            var word = Array("lost ".utf8)
            var rest = number
            for _ in 0..<5 {
                word.append(letters[rest % 26])
                rest /= 26
            }
            word.withUnsafeBufferPointer { bytes in
                tokenizer.read(bytes, bytes.indices)
            }
            _ = shapes.number(of: tokenizer.tokens) { word[...] }
        }
        #expect(shapes.shapes.count <= 2 * MessageShapes.mostShapes + 1)
    }

    @Test("a template is written as its messages are, and makes a title and a signature")
    func template() throws {
        var grouper = MessageGrouper()
        let line = LogLine(Array("Failed (attempt 3) for user=anna: no such key 'x7'".utf8)[...])
        let shape = grouper.add(line, layouts: HeadLayouts())
        let template = grouper.groups().template(ofShape: shape)
        #expect(template.text == "Failed (attempt <*>) for user=<*>: no such key '<*>'")
        #expect(template.title == "Failed (attempt …) for user=…: no such key '…'")
        #expect(template.signature == "Failed (attempt ...) for user=...: no such key '...'")
    }
}
