CREATE TABLE interviews (id serial PRIMARY KEY, recording_url text);
CREATE TABLE platform_config (
    id serial PRIMARY KEY, config_key text UNIQUE, config_value text, updated_at timestamptz DEFAULT now());
INSERT INTO platform_config (config_key, config_value)
VALUES ('feedback.pdf.enabled', 'true'), ('ai.orb.enabled', 'false');
