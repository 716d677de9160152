from threading import Thread


def bootstrap_local_llm_models():
    target_model = "Qwen/Qwen2.5-1.5B-Instruct"
    return target_model


if __name__ == "__main__":
    Thread(target=bootstrap_local_llm_models, daemon=True).start()
