extension Thesaurus {
    /// Conversations, bookings and payments.
    static let messages: StaticString = """
        webhook, callback, hook, notification, ipn, event, call back, calls back, confirmation, result
        payment, pay, transaction, money, paid, charge, purchase
        stk push, stk, mpesa, m pesa, payment prompt, daraja, safaricom, mobile money
        whatsapp, meta, facebook, messenger
        cancel, cancelled, abort, aborted, back out, dismiss, called off, call off, change one's mind, withdrew
        pending, unconfirmed, not confirmed, waiting, outstanding, in limbo, unfinished, open, unsettled, unpaid, hanging
        booking, appointment, reservation, reserve
        slot, time slot, availability, opening, free time, free appointment
        staff, employee, schedule, roster, shift
        conversation, dialogue, dialog, chat, thread
        agent, bot, assistant, chatbot, virtual assistant
        greet, greeting, hello, welcome, hi
        intent, classify, classification, classifier, understood, recognises
        prompt, re prompt, ask, question, wants to know
        arrive, delivered, come in, get through, received, come through
        not arrive, not delivered, not received, not come in, not through, not come, no sign of
        message, text, notification
        email, mail, e mail
        smtp, mail server, mail relay
        queue, broker, message queue
        workflow, pipeline, flow
        """
}
