class SIFBaseAgent:
    def __init__(self, user_id: str, model_name: str = "Qwen/Qwen2.5-1.5B-Instruct", **options):
        self.user_id = user_id
        self.model_name = model_name
