"""What the agent knows of a tenant."""

import sqlalchemy as sa
from alembic import op

revision = "c05e71d8f3a9"
down_revision = "6b92f04c8e17"


def upgrade() -> None:
    op.create_table(
        "knowledge_snippets",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        schema="tenant_demo",
    )


def downgrade() -> None:
    op.drop_table("knowledge_snippets", schema="tenant_demo")
