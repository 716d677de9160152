extension Thesaurus {
    /// Language models and search by meaning.
    static let intelligence: StaticString = """
        model, llm, language model, inference, neural network, weights, checkpoint file, ai model
        ai, artificial intelligence, llm, machine learning
        hugging face, huggingface, hf
        json, structured output, structured response
        knowledge, snippet, knowledge base, facts, faq
        prompt, context, context window, system prompt
        generate, generation, produce, write
        embedding, vector, semantic
        """
}
