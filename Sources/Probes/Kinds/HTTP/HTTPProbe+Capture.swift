import Machine

extension HTTPProbe {
    /// The most bytes of a body that are kept.
    private static let captureLimit = 2 << 20

    /// The answer as it came: status, header fields and body.
    public func capture(_ request: ProbeRequest, in context: ProbeContext) async -> Capture {
        var message: HTTPRequest
        switch HTTPMessage.request(for: request) {
        case .success(let valid): message = valid
        case .failure(let problem): return .missing(problem.summary)
        }
        message.bodyLimit = Self.captureLimit
        do {
            let response = try await context.world.transport.send(message)
            let fields = response.fields.map { "\($0.name): \($0.value)" }.sorted()
            let head = (["status: \(response.status)"] + fields + ["", ""])
                .joined(separator: "\n")
            return .text(
                Array(head.utf8) + response.body, lack: response.isTruncated ? .end : .nothing)
        } catch .invalidURL {
            return .missing(HTTPMessage.Problem.notAnAddress(request.subject).summary)
        } catch {
            return .missing(error.summary)
        }
    }
}
