import Machine

/// The look at a port that the kinds about ports have in common: how it answers, who holds it, and
/// whose it is, each as far as the request states it.
struct PortLook<Contact: Sendable> {
    /// What the port carries.
    let carrier: SocketTarget.Carrier
    /// Asks the port itself.
    let contact: @Sendable (Endpoint) async -> Contact
    /// What the port's answer says to an expectation.
    let reading: @Sendable (Contact, Expectation) -> Reading

    /// The owner of the port, else the host, with its port where the host says nothing; `nil` where
    /// the subject names none.
    static func component(of request: ProbeRequest) -> String? {
        request.option(FreePort.ownerOption.key) ?? Endpoint(request.subject)?.component
    }

    /// Looks once.
    func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        guard let endpoint = Endpoint(request.subject) else {
            return Observation(.unknown(Endpoint.mistake), for: request)
        }
        let isFreeAsked = request.expectations.contains { $0.key == FreePort.observable.key }
        let isContactAsked = request.expectations.contains { $0.key != FreePort.observable.key }
        async let component = context.publisher(of: endpoint, timeout: request.timeout)
        async let contact = isContactAsked && !endpoint.isRange ? contact(endpoint) : nil
        let free =
            isFreeAsked
            ? await FreePort(carrier, endpoint, request).finding(in: context) : nil
        let answer = await contact
        var observation = Observation(readings: [:], evidence: free?.evidence ?? [])
        for expectation in request.expectations {
            if expectation.key == FreePort.observable.key {
                observation.readings[expectation] = free?.reading
            } else {
                observation.readings[expectation] =
                    answer.map { reading($0, expectation) }
                    ?? .unknown("of several ports only free= can be told")
            }
        }
        let publisher = await component
        observation.component = request.option(FreePort.ownerOption.key) ?? publisher
        return observation
    }
}
