extension Fault {
    /// What goes wrong with ALwrity.
    static let alwrity: [Fault] = [
        Fault(
            stack: .alwrity, name: "tokens are rejected again and again",
            entry: "alwrity/issue-1", component: "auth", step: 1,
            breakStack: { try await $0.log(rejection, in: "backend", times: 3) }),
        Fault(
            stack: .alwrity, name: "no Clerk secret key", entry: "alwrity/issue-1",
            component: "auth", step: 1,
            breakStack: { stack in
                try stack.replace("CLERK_SECRET_KEY=", with: "UNUSED_KEY=", in: "backend/.env")
            }),
        Fault(
            stack: .alwrity, name: "a live secret key with a test publishable key",
            entry: "alwrity/issue-1", component: "auth", step: 1,
            breakStack: { try $0.replace("sk_test_", with: "sk_live_", in: "backend/.env") }),
        Fault(
            stack: .alwrity, name: "the frontend has the key of another Clerk instance",
            entry: "alwrity/issue-1", component: "auth", step: 1,
            breakStack: { stack in
                let other = StackTemplate.publishableKey(of: "other.clerk.accounts.dev")
                try stack.write("REACT_APP_CLERK_PUBLISHABLE_KEY=\(other)\n", to: "frontend/.env")
            }),
        Fault(
            stack: .alwrity, name: "Clerk is out of reach, and tokens are rejected with it",
            entry: "alwrity/issue-1", component: "clerk", step: 1, downstream: ["auth"],
            breakStack: { stack in
                try await stack.compose("stop", "clerk")
                try await stack.log(rejection, in: "backend", times: 3)
            }),
        Fault(
            stack: .alwrity, name: "a model that Hugging Face does not offer",
            entry: "alwrity/issue-2", component: "hugging-face", step: 2,
            downstream: ["llm-provider"], arguments: ["--set", "HF_MODEL=nope/nope"],
            breakStack: { stack in
                try await stack.log(
                    "HF structured model not found: nope/nope. Trying fallback model.",
                    in: "backend")
            }),
        Fault(
            stack: .alwrity, name: "the Hugging Face token is damaged", entry: "alwrity/issue-2",
            component: "llm-provider", step: 2,
            breakStack: { try $0.replace("HF_TOKEN=hf_", with: "HF_TOKEN=xx_", in: "backend/.env") }
        ),
        Fault(
            stack: .alwrity, name: "indexing before txtai is initialized",
            entry: "alwrity/issue-3", component: "semantic-index", step: 3,
            breakStack: { try await $0.log(earlyIndexing, in: "backend") }),
        Fault(
            stack: .alwrity, name: "SIF_FAIL_FAST at its default", entry: "alwrity/issue-3",
            component: "semantic-index", step: 3,
            breakStack: { try $0.replace("SIF_FAIL_FAST=false", with: "", in: "backend/.env") }),
        Fault(
            stack: .alwrity, name: "the agents' default models disagree",
            entry: "alwrity/issue-5", component: "sif-agents", step: 4,
            breakStack: { stack in
                try stack.replace(
                    "1.5B", with: "0.5B",
                    in: "backend/services/intelligence/agents/specialized/base.py")
            }),
        Fault(
            stack: .alwrity, name: "startup waits for a download", entry: "alwrity/issue-6",
            component: "startup", step: 4,
            breakStack: { stack in
                try stack.replace(
                    "Thread(target=bootstrap_local_llm_models, daemon=True).start()",
                    with: "bootstrap_local_llm_models()", in: "backend/start_alwrity_backend.py")
            }),
        Fault(
            stack: .alwrity, name: "startup downloads a bigger model than the agents use",
            entry: "alwrity/issue-6", component: "startup", step: 4,
            breakStack: { stack in
                try stack.replace("1.5B", with: "3B", in: "backend/start_alwrity_backend.py")
            }),
        Fault(
            stack: .alwrity, name: "three issues at once, in the order of investigation",
            entry: "alwrity/issue-1", component: "auth", step: 1,
            also: ["alwrity/issue-2", "alwrity/issue-3"],
            breakStack: { stack in
                try await stack.log(earlyIndexing, in: "backend")
                try await stack.log(
                    "HF structured model not found: x/y. Trying fallback model.", in: "backend")
                try await stack.log(rejection, in: "backend", times: 3)
            }),
    ]

    private static let rejection =
        "AUTHENTICATION ERROR: Token verification failed for endpoint: GET /api/subscription/status/7"
    private static let earlyIndexing =
        "Cannot index content - service not initialized for user user_1"
}
