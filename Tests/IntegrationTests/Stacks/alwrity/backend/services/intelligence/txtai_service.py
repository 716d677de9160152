class TxtaiIntelligenceService:
    def __init__(self, model_path=None):
        self.model_path = model_path or "sentence-transformers/all-MiniLM-L6-v2"
