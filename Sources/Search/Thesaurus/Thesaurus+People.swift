extension Thesaurus {
    /// Who reports it, and who else is there.
    static let people: StaticString = """
        customer, client, user, buyer, payer, caller, consumer, end user, subscriber
        client, peer, participant, user, collaborator
        candidate, applicant, interviewee, job seeker
        interviewer, recruiter
        developer, programmer, engineer, coder
        tenant, workspace, organization, organisation, business, company
        everyone, everybody, all users, whole team, entire
        whole, entire, complete, all of
        """
}
