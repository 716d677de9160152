import Foundation

extension StackTemplate {
    /// A backend with the files that its tracker is about, Clerk and Hugging Face.
    static let alwrity = StackTemplate(
        system: "alwrity", ports: ["BACKEND_PORT", "CLERK_PORT", "HUGGINGFACE_PORT"],
        runbookVariables: { stack in
            [
                "BACKEND_URL": "http://127.0.0.1:\(stack.port("BACKEND_PORT"))",
                "CLERK_SCHEME": "http",
                "CLERK_HOST": clerkHost(of: stack),
                "CLERK_TOKEN": token(issuer: "http://" + clerkHost(of: stack)),
                "HF_BASE_URL": "http://127.0.0.1:\(stack.port("HUGGINGFACE_PORT"))/v1",
                "HF_MODEL": "openai/gpt-oss-120b",
            ]
        },
        prepare: { stack in
            let key = publishableKey(of: clerkHost(of: stack))
            try stack.write(
                """
                CLERK_SECRET_KEY=sk_test_abcdefghijklmnopqrstuvwxyz0123456789
                CLERK_PUBLISHABLE_KEY=\(key)
                HF_TOKEN=hf_abcdefghijklmnopqrstuvwxyz
                SIF_FAIL_FAST=false

                """, to: "backend/.env")
            try stack.write("REACT_APP_CLERK_PUBLISHABLE_KEY=\(key)\n", to: "frontend/.env")
        })

    /// The host by which Clerk's keys and tokens name the stack's instance.
    static func clerkHost(of stack: ComposeStack) -> String {
        "localhost:\(stack.port("CLERK_PORT"))"
    }

    /// A publishable key, which holds the host of its instance (Clerk's documentation of API keys).
    static func publishableKey(of host: String) -> String {
        "pk_test_" + Data("\(host)$".utf8).base64EncodedString()
    }

    /// A token of an issuer; nobody here checks its signature.
    static func token(issuer: String) -> String {
        [
            #"{"alg":"RS256","typ":"JWT","kid":"ins_1"}"#, #"{"iss":"\#(issuer)","sub":"user_1"}"#,
            "x",
        ]
        .map { part in
            Data(part.utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
                .replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_")
        }
        .joined(separator: ".")
    }
}
