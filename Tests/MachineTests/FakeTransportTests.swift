import Machine
import Testing

@Suite("The fake transport", .timeLimit(.minutes(1)))
struct FakeTransportTests {
    private func request(_ url: String, method: String = "GET", limit: Int = 100) -> HTTPRequest {
        HTTPRequest(method: method, url: url, timeout: .seconds(5), bodyLimit: limit)
    }

    private func failure(_ request: HTTPRequest, of fake: FakeTransport) async -> HTTPFailure? {
        do throws(HTTPFailure) {
            _ = try await fake.send(request)
            return nil
        } catch {
            return error
        }
    }

    @Test("an answer is found by method and address, then by address")
    func table() async throws {
        let fake = FakeTransport([
            "http://h/": .text("any"), "POST http://h/": .json("{}", status: 201),
        ])
        #expect(try await fake.send(request("http://h/")).text == "any")
        let posted = try await fake.send(request("http://h/", method: "POST"))
        #expect(posted.status == 201)
        #expect(posted.value(of: "content-type") == "application/json")
        #expect(posted.url == "http://h/")
        #expect(fake.requests.map(\.method) == ["GET", "POST"])
    }

    @Test("what is not in the table is refused, what fails there fails")
    func failures() async {
        let fake = FakeTransport(["http://h/": .failure(.nameNotFound)])
        #expect(await failure(request("http://other/"), of: fake) == .refused)
        #expect(await failure(request("http://h/"), of: fake) == .nameNotFound)
        fake.set("http://h/", to: .failure(.reset))
        #expect(await failure(request("http://h/"), of: fake) == .reset)
    }

    @Test("a body is cut at the request's bound")
    func bound() async throws {
        let fake = FakeTransport(["http://h/": .text("abcdef")])
        let response = try await fake.send(request("http://h/", limit: 3))
        #expect(response.text == "abc")
        #expect(response.isTruncated)
    }

    @Test("a hanging request ends with its task, and is counted while it hangs")
    func hang() async {
        let fake = FakeTransport(["http://h/": .hang])
        let running = (0..<3).map { _ in Task { await failure(request("http://h/"), of: fake) } }
        while fake.mostUnderWay < 3 { await Task.yield() }
        for task in running { task.cancel() }
        for task in running { #expect(await task.value == .timedOut(after: .seconds(5))) }
    }
}
